/** SourceHut says of itself what every page may: VCS Autodiscovery. */
export const sourcehutMarks = 'head>meta[name="vcs:clone"]';

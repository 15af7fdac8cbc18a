using HuiminCoord.Server.Commands;

return await CommandLine.Run(args);

using HuiminCoord.Bench;

return await BenchCommand.Run(args);

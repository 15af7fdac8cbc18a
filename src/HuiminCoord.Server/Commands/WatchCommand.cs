using System.CommandLine;
namespace HuiminCoord.Server.Commands;
internal static class WatchCommand { internal static Command Create() => new("watch"); }

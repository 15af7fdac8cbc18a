using System.Data.Common;

namespace HuiminCoord.Grains.Storage;

/// <summary>Parameters of raw commands, alike for both engines.</summary>
internal static class CommandParameters
{
    /// <summary>Adds <c>@name</c>; null becomes SQL's NULL. Answers the command for chaining.</summary>
    public static DbCommand Set(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return command;
    }
}

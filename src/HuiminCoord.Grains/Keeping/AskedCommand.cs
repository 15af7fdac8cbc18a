using System.Diagnostics;
using HuiminCoord.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Grains.Keeping;

/// <summary>One command from its arrival to its answer, as telemetry sees it: a span, a measurement, a line about a refusal.</summary>
/// <remarks>The command is named by its kind and a refusal by its code; what was asked with it stays out, it may be about people.</remarks>
internal sealed class AskedCommand : IDisposable
{
    private readonly Keeper _keeper;
    private readonly GrainId _grain;
    private readonly string _command;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Activity? _span;
    private Answer? _answer;

    public AskedCommand(Keeper keeper, GrainId grain, string command)
    {
        (_keeper, _grain, _command) = (keeper, grain, command);
        _span = Traces.Within("decide command");
    }

    public Answer Answered(Answer answer) => _answer = answer;

    public void Dispose()
    {
        var (outcome, refusal) = (Outcome(_answer), _answer?.Refusal?.Code);
        _keeper.Instruments.CommandAnswered(_grain.Type.ToString()!, outcome, refusal, _started);
        if (refusal is not null)
        {
            _keeper.Log.LogInformation("{Grain} refused {Command}: {Code}", _grain, _command, refusal);
        }

        if (_span is not null)
        {
            _span.SetTag("huimincoord.command", _command).SetTag("huimincoord.outcome", outcome).SetTag("huimincoord.refusal", refusal);
            _span.SetStatus(_answer is null ? ActivityStatusCode.Error : ActivityStatusCode.Unset).Dispose();
        }
    }

    private static string Outcome(Answer? answer) => answer switch
    {
        null => "failed",
        { Refusal: not null } => "refused",
        { Replayed: true } => "replayed",
        { Changed: true } => "done",
        _ => "nothing",
    };
}

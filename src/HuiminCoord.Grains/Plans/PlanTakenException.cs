namespace HuiminCoord.Grains.Plans;

/// <summary>A plan version has another text by now: it was issued with it, or the same caller has sent a newer one.</summary>
public sealed class PlanTakenException : InvalidOperationException
{
    public PlanTakenException()
    {
    }

    public PlanTakenException(string message)
        : base(message)
    {
    }

    public PlanTakenException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

namespace HuiminCoord.Grains.Keeping;

/// <summary>Who asks: it travels with the call and ends up in the audit row beside each event.</summary>
public static class Acting
{
    private const string ContextKey = "huimin.actor";

    /// <summary>The asker of the current call; null is the clock.</summary>
    public static string? Who => RequestContext.Get(ContextKey) as string;

    /// <summary>Every grain call that follows in this flow is asked by <paramref name="actor"/>.</summary>
    /// <param name="actor">A seat or an account, such as <c>office/zhang</c>; null is nobody.</param>
    public static void As(string? actor)
    {
        if (actor is null)
        {
            RequestContext.Remove(ContextKey);
        }
        else
        {
            RequestContext.Set(ContextKey, actor);
        }
    }
}

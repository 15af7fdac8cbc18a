namespace HuiminCoord.Server.Onboarding;

/// <summary>How stages and sources of nominations stand in their table.</summary>
internal static class NominationWords
{
    internal static string Of(NominationStage stage) => stage.ToString().ToLowerInvariant();

    internal static string Of(NominationSource source) => source.ToString().ToLowerInvariant();

    internal static NominationStage Stage(string word) => Enum.Parse<NominationStage>(word, ignoreCase: true);

    internal static NominationSource Source(string word) => Enum.Parse<NominationSource>(word, ignoreCase: true);
}

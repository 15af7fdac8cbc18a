using HuiminCoord.Domain.Onboarding;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Somebody's particulars, as they are typed.</summary>
public sealed class NamedForm
{
    public string? Name { get; set; }

    public string? Title { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>The person; null when nothing was typed.</summary>
    internal NamedPerson? Read() =>
        string.IsNullOrWhiteSpace($"{Name}{Title}{Phone}{Email}") ? null : new NamedPerson(Name ?? "", Title ?? "", Phone ?? "", Email ?? "").Tidied;
}

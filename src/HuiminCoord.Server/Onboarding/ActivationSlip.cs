namespace HuiminCoord.Server.Onboarding;

/// <summary>What is printed for somebody who gets an account. It cannot be had again: the token in the address is kept as a hash only.</summary>
/// <param name="Login">Login name.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Seats">Where they sit, in words: 教育局联络人.</param>
/// <param name="Token">Of the activation link; shown once.</param>
/// <param name="Address">The link, to be opened or typed.</param>
/// <param name="ExpiresAt">Real time.</param>
/// <param name="Steps">What to do, in the caller's language.</param>
public sealed record ActivationSlip(string Login, string Name, IReadOnlyList<string> Seats, string Token, string Address, DateTimeOffset ExpiresAt, IReadOnlyList<string> Steps);

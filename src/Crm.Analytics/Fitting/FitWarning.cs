namespace Crm.Analytics.Fitting;

/// <summary>Something about a fit that its user should know.</summary>
/// <param name="Code">What it is; stable, for programs.</param>
/// <param name="Message">What it means, in English, for people.</param>
public sealed record FitWarning(FitWarningCode Code, string Message);

namespace Crm.Domain.Insights;

/// <summary>Something about a run that its reader should know.</summary>
/// <param name="Code">What it is; stable, for programs.</param>
/// <param name="Message">What it means, in English, for people.</param>
public sealed record InsightWarning(string Code, string Message);

namespace Crm.Analytics.Lifetime;

/// <summary>One fitted parameter.</summary>
/// <param name="Name">Its name in the literature, such as <c>alpha</c>.</param>
/// <param name="Value">Its estimate.</param>
/// <param name="StandardError">Its standard error from the observed information; null where the likelihood is not curved downwards.</param>
public sealed record ModelParameter(string Name, double Value, double? StandardError);

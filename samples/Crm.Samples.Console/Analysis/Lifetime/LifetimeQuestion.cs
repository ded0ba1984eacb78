namespace Crm.Samples.Console.Analysis;

/// <summary>What a lifetime analysis is asked.</summary>
/// <param name="Model">As <c>--model</c> names it.</param>
/// <param name="Horizon">How far to predict, in units.</param>
/// <param name="Discount">The discount rate, a year or, in models that count, a period.</param>
/// <param name="Margin">The share of revenue that is left.</param>
internal sealed record LifetimeQuestion(string Model, double Horizon, double Discount = 0.1, double Margin = 1);

namespace Crm.Domain.Insights;

/// <summary>The figures on a customer with what explains them.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Run">The run that wrote them: model, parameters, data window, warnings.</param>
public sealed record ExplainedInsight(CustomerInsight Figures, InsightRunSummary Run);

namespace Crm.Analytics.Insights;

/// <summary>The model of buying and leaving that figures on customers come from.</summary>
public enum InsightModelKind
{
    /// <summary>MBG/NBD: customers may leave after any purchase, the first one included. The default.</summary>
    ModifiedBetaGeometricNbd,

    /// <summary>BG/NBD: customers may leave after every purchase but the first, so that a one-time buyer is alive for ever.</summary>
    BetaGeometricNbd,

    /// <summary>Pareto/NBD: customers may leave at any time.</summary>
    ParetoNbd,
}

namespace Crm.Analytics.Survival;

/// <summary>How events at the same time enter the partial likelihood.</summary>
public enum CoxTies
{
    /// <summary>B. Efron (1977): each tied event leaves its share of the risk set to the next. Close to the exact likelihood.</summary>
    Efron,

    /// <summary>N. Breslow (1974): every tied event meets the whole risk set. Draws coefficients towards zero when ties are many.</summary>
    Breslow,
}

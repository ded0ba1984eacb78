namespace Crm.Analytics.Fitting;

/// <summary>What a fit warns about.</summary>
public enum FitWarningCode
{
    /// <summary>The gradient did not fall below the tolerance.</summary>
    NotConverged,

    /// <summary>The data do not hold a parameter down; the model degenerates in its direction.</summary>
    ParameterRunsAway,

    /// <summary>The likelihood is flat in some direction where the search ended, so standard errors are missing.</summary>
    NotIdentified,

    /// <summary>No customer has a repeat purchase, so there is nothing to learn from.</summary>
    NoRepeatPurchases,

    /// <summary>Customers whom the model cannot use were left out: without a purchase, or for spend without a repeat or with nothing spent.</summary>
    CustomersLeftOut,

    /// <summary>Frequent buyers spend clearly more or less per purchase, which the spend model rules out.</summary>
    ValueDependsOnFrequency,

    /// <summary>The estimates imply that a mean over customers does not exist (q at most 1 in Gamma–Gamma).</summary>
    MeanIsInfinite,
}

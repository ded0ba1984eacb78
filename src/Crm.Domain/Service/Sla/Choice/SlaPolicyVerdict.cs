namespace Crm.Domain.Service;

/// <summary>Why a policy was chosen for a case or not.</summary>
public enum SlaPolicyVerdict
{
    /// <summary>It was chosen because its condition holds.</summary>
    Chosen,

    /// <summary>It was chosen because it is the default one and no other is for the case.</summary>
    ChosenAsDefault,

    /// <summary>It was not asked, since one before it was chosen.</summary>
    NotAsked,

    /// <summary>It is retired.</summary>
    Retired,

    /// <summary>It is not valid yet.</summary>
    NotYetValid,

    /// <summary>It is not valid any more.</summary>
    Expired,

    /// <summary>It has no condition and is not the default one.</summary>
    WithoutCondition,

    /// <summary>Its condition does not hold for the case.</summary>
    ConditionFails,

    /// <summary>Its condition names what cannot be asked of cases any more.</summary>
    ConditionUnusable,

    /// <summary>Its calendar is missing, or has no version that holds yet.</summary>
    CalendarMissing,
}

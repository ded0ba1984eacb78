namespace Crm.Domain.Privacy;

/// <summary>What a stored value says about a person.</summary>
public enum PersonalDataKind
{
    /// <summary>Names the person, or leads to it: a name, an identity in another system, a device's number.</summary>
    Identifier,

    /// <summary>Reaches the person: an e-mail address, a number, a postal address.</summary>
    Contact,

    /// <summary>A trait: a date of birth, a language, a tag, a preference, a role.</summary>
    Attribute,

    /// <summary>Free text, which may say anything.</summary>
    Content,

    /// <summary>Who acted: personal only where the person itself did.</summary>
    Actor,

    /// <summary>A copy of other values: audit, event, search key, record of a merge.</summary>
    Trace,
}

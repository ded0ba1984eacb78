namespace Crm.Domain.Privacy;

/// <summary>Who stands behind an entry of the consent ledger.</summary>
public enum ConsentOrigin
{
    /// <summary>The person itself: a form, a link in a message, the portal.</summary>
    Person,

    /// <summary>Staff, for the person: on the phone, at the counter, by letter.</summary>
    Staff,

    /// <summary>Software: an import, a bounce, a rule. Never overrides a withdrawal by the person, unless it is a grant with proof.</summary>
    Automatic,
}

namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The person does not belong to the organisation.</summary>
    /// <param name="person">The person.</param>
    /// <param name="organisation">The organisation.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PersonNotOfOrganisation(string person, string organisation) =>
        Error(nameof(PersonNotOfOrganisation), "{0} does not belong to {1}.", "person", person, organisation);
}

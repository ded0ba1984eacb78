namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The data are as wanted already.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError OwnDataUnchanged() => Error(nameof(OwnDataUnchanged), "This is so already.", "change");

    /// <summary>Somebody else changed the same data since the change was asked for; nothing was overwritten.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError OwnDataChangedMeanwhile() => Error(nameof(OwnDataChangedMeanwhile), "These data were changed by somebody else meanwhile. Nothing was overwritten.", "change");

    /// <summary>The address or number cannot be used, since somebody else has it. Who is not said.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError ContactPointUnavailable() => Error(nameof(ContactPointUnavailable), "This address or number cannot be used.", "contactPoint");
}

namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>A link to preferences is not ours, or has run out.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PreferenceLinkInvalid() => Error(nameof(PreferenceLinkInvalid), "This link is not valid any more. Please use the one of a later message.", "token");
}

namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such record, or it is not shared.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SharedRecordNotFound(string key) => Error(nameof(SharedRecordNotFound), "There is no record {0}.", "subject", key);

    /// <summary>The audience of the record does not include partners.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError RecordNotForPartners() => Error(nameof(RecordNotForPartners), "The record is for internal use only.", "subject");

    /// <summary>The record is shared with the partner already.</summary>
    /// <param name="name">What the partner is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RecordShareExists(string name) => Error(nameof(RecordShareExists), "The record is shared with {0} already.", "partner", name);

    /// <summary>The record is not shared any more.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError RecordShareOver() => Error(nameof(RecordShareOver), "The record is not shared any more.", "subject");

    /// <summary>The partner may not do this with the record.</summary>
    /// <param name="access">Name of what it would need.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RecordShareTooNarrow(string access) => Error(nameof(RecordShareTooNarrow), "The record is not shared for this: {0}.", "subject", access);

    /// <summary>As much was written about the record as can be.</summary>
    /// <param name="most">How many comments.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RecordShareFull(int most) => Error(nameof(RecordShareFull), "There are {0} comments already.", "subject", most);

    /// <summary>There is no such benefit or payout.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerFactNotFound(string key) => Error(nameof(PartnerFactNotFound), "There is no benefit or payout {0}.", "fact", key);

    /// <summary>The benefit or payout was taken back.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerFactReversed() => Error(nameof(PartnerFactReversed), "It was taken back already.", "fact");
}

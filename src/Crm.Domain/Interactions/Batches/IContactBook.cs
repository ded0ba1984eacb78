namespace Crm.Domain.Interactions;

/// <summary>Records contacts, many at once. For whoever sorts messages; agents use the <see cref="ContactHistory"/>.</summary>
public interface IContactBook
{
    /// <summary>Begins a batch, within a transaction that is open.</summary>
    /// <returns>The batch; it forgets everything when the transaction is rolled back.</returns>
    IContactBatch Begin();
}

namespace Crm.Domain.Customers;

/// <summary>Knows who sends messages, and records those who are not known, many at once. For whoever sorts messages.</summary>
public interface ISenderBook
{
    /// <summary>Begins a batch, within a transaction that is open.</summary>
    /// <returns>The batch; it forgets everything when the transaction is rolled back.</returns>
    ISenderBatch Begin();
}

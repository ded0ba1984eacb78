namespace Crm.Domain.Service;

/// <summary>Takes messages into cases, many at once. For whoever sorts messages; agents use the <see cref="ServiceDesk"/>.</summary>
public interface ICaseIntake
{
    /// <summary>Whether the service area is in use.</summary>
    bool IsAvailable { get; }

    /// <summary>Begins a batch, within a transaction that is open.</summary>
    /// <returns>The batch; it forgets everything when the transaction is rolled back.</returns>
    ICaseIntakeBatch Begin();
}

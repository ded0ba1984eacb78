using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>The record of one import of customers, with its checkpoint.</summary>
public sealed class CustomerImportRecord
{
    /// <summary>The import.</summary>
    public CustomerImportId Id { get; internal init; }

    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    /// <summary>Equal for the same content imported with the same options: 64 hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The other system that the ids belong to.</summary>
    public required string System { get; init; }

    /// <summary>Name of the layout.</summary>
    public required string Layout { get; init; }

    /// <summary>What was done with rows whose customer was there.</summary>
    public DuplicatePolicy OnDuplicate { get; internal init; }

    /// <summary>When it began.</summary>
    public Instant StartedAt { get; internal init; }

    /// <summary>Id of who did it.</summary>
    public required string ActorId { get; init; }

    /// <summary>Name of who did it.</summary>
    public required string ActorName { get; init; }

    /// <summary>The checkpoint: the last row that is dealt with; 0 before the first.</summary>
    public int LastRow { get; internal set; }

    /// <summary>Rows read.</summary>
    public int Read { get; internal set; }

    /// <summary>Customers made.</summary>
    public int Created { get; internal set; }

    /// <summary>Rows that changed a customer.</summary>
    public int Updated { get; internal set; }

    /// <summary>Rows that were left out, or said nothing new.</summary>
    public int Skipped { get; internal set; }

    /// <summary>Rows that wait for review.</summary>
    public int Review { get; internal set; }

    /// <summary>Rows that say nothing usable.</summary>
    public int Rejected { get; internal set; }

    /// <summary>When its last row was dealt with; null before.</summary>
    public Instant? CompletedAt { get; internal set; }

    /// <summary>When it was undone; null while it stands.</summary>
    public Instant? UndoneAt { get; internal set; }
}

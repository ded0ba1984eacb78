using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>The record of one import.</summary>
public sealed record CustomerImportSummary
{
    /// <summary>The import.</summary>
    public required CustomerImportId Id { get; init; }

    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    /// <summary>Equal for the same content imported with the same options: 64 hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The other system that the ids belong to.</summary>
    public required string System { get; init; }

    /// <summary>Name of the layout.</summary>
    public required string Layout { get; init; }

    /// <summary>What was done with rows whose customer was there.</summary>
    public required DuplicatePolicy OnDuplicate { get; init; }

    /// <summary>When it began.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>Name of who did it.</summary>
    public required string ActorName { get; init; }

    /// <summary>The checkpoint: the last row that is dealt with; 0 before the first.</summary>
    public int LastRow { get; init; }

    /// <summary>Rows read.</summary>
    public int Read { get; init; }

    /// <summary>Customers made.</summary>
    public int Created { get; init; }

    /// <summary>Rows that changed a customer.</summary>
    public int Updated { get; init; }

    /// <summary>Rows that were left out, or said nothing new.</summary>
    public int Skipped { get; init; }

    /// <summary>Rows that wait for review.</summary>
    public int Review { get; init; }

    /// <summary>Rows that say nothing usable.</summary>
    public int Rejected { get; init; }

    /// <summary>When its last row was dealt with; null before.</summary>
    public Instant? CompletedAt { get; init; }

    /// <summary>When it was undone; null while it stands.</summary>
    public Instant? UndoneAt { get; init; }
}

using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>How an import goes about its rows.</summary>
public sealed record CustomerImportOptions
{
    /// <summary>Name of the other system that the ids belong to, one line of at most 64 characters.</summary>
    /// <value><c>import</c> by default.</value>
    public string System { get; init; } = "import";

    /// <summary>What to do with rows whose customer is there already, or may be.</summary>
    /// <value><see cref="DuplicatePolicy.Review"/> by default.</value>
    public DuplicatePolicy OnDuplicate { get; init; }

    /// <summary>Whether <see cref="DuplicatePolicy.Update"/> finds the customer by the id of the other system, or by our own id.</summary>
    /// <value>True by default.</value>
    public bool UpdatesByReference { get; init; } = true;

    /// <summary>Whether <see cref="DuplicatePolicy.Update"/> finds the customer by an e-mail address.</summary>
    /// <value>True by default.</value>
    public bool UpdatesByEmail { get; init; } = true;

    /// <summary>Whether <see cref="DuplicatePolicy.Update"/> finds the customer by a number.</summary>
    /// <value>True by default.</value>
    public bool UpdatesByPhone { get; init; } = true;

    /// <summary>Whose national telephone numbers rows without a country have.</summary>
    /// <value>Null by default: such rows need numbers in international notation.</value>
    public Country? DefaultCountry { get; init; }

    /// <summary>Whether days come before months in dates such as 3/4/1970.</summary>
    /// <value>Null by default: as the layout has it, else such a date is refused.</value>
    public bool? DaysComeFirst { get; init; }

    /// <summary>Whether a cell that says nothing usable is left out and listed, instead of the whole row.</summary>
    /// <value>False by default.</value>
    public bool LeavesOutBadCells { get; init; }

    /// <summary>Whether to say what would happen and change nothing. Rows of a rehearsal are written and rolled back, so that it tells the truth.</summary>
    /// <value>False by default.</value>
    public bool IsRehearsal { get; init; }

    /// <summary>Whether to go on where an import of the same file with the same options stopped.</summary>
    /// <value>False by default.</value>
    public bool Resumes { get; init; }

    /// <summary>Rows that are written, and checkpointed, in one transaction.</summary>
    /// <value>2,000 by default; 1 to 10,000.</value>
    public int BatchSize { get; init; } = 2_000;
}

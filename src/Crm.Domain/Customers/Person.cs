using System.Diagnostics.CodeAnalysis;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A natural person, a customer with or without an organisation.</summary>
public sealed partial class Person : Customer
{
    /// <summary>Longest folded part of a name.</summary>
    public const int MaxFoldedPartLength = 300;

    private Person() => Name = null!;

    /// <summary>Records a new person.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name.</param>
    /// <param name="now">The current instant.</param>
    public Person(CustomerId id, PersonName name, Instant now)
        : base(id, (name ?? throw new ArgumentNullException(nameof(name))).Full, now)
    {
        TakeName(name);
        Raise(new CustomerCreated(id, CustomerKind.Person, DisplayName, now));
    }

    /// <inheritdoc />
    public override CustomerKind Kind => CustomerKind.Person;

    /// <summary>The name in its parts.</summary>
    public PersonName Name { get; private set; }

    /// <summary>The given name folded for comparison.</summary>
    public string? GivenFolded { get; private set; }

    /// <summary>The family name folded for comparison.</summary>
    public string? FamilyFolded { get; private set; }

    /// <summary>The date of birth, if known.</summary>
    public LocalDate? BirthDate { get; private set; }

    /// <summary>Changes the name.</summary>
    /// <param name="name">The new name.</param>
    /// <param name="now">The current instant.</param>
    public void Rename(PersonName name, Instant now)
    {
        ArgumentNullException.ThrowIfNull(name);
        var before = DisplayName;
        TakeName(name);
        SetName(name.Full);
        Raise(new CustomerRenamed(Id, before, DisplayName, now));
    }

    /// <summary>Sets the date of birth.</summary>
    /// <param name="birthDate">The date; null when it is not known.</param>
    /// <param name="now">The current instant.</param>
    public void SetBirthDate(LocalDate? birthDate, Instant now)
    {
        var date = birthDate is { } known ? CheckedBirthDate(known, now) : (LocalDate?)null;
        BirthDate = date;
        Raise(new BirthDateChanged(Id, now));
    }

    internal static Person FromImport(CustomerId id, PersonName name, LocalDate? birthDate, Instant now) => new(id, name, now) { BirthDate = birthDate };

    // Somewhere it may be tomorrow already.
    internal static LocalDate CheckedBirthDate(LocalDate birthDate, Instant now) => Guard.Storable(birthDate, nameof(birthDate)) is var date && date <= (now + Duration.FromHours(14)).InUtc().Date
        ? date
        : throw new ArgumentException("A birth date is not in the future.", nameof(birthDate));

    [MemberNotNull(nameof(Name))]
    private void TakeName(PersonName name)
    {
        Name = name;
        GivenFolded = name.Given is null ? null : FoldedText.Of(name.Given, MaxFoldedPartLength);
        FamilyFolded = name.Family is null ? null : FoldedText.Of(name.Family, MaxFoldedPartLength);
    }
}

using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class PersonNameTests
{
    [Fact]
    public void Full_OfAllParts_FollowsTheDisplayOrder()
    {
        var name = new PersonName("Anna", "van den Berg", "Dr.", "Maria", "PhD", "Annie");

        name.Full.Should().Be("Dr. Anna Maria van den Berg PhD");
        name.FamilyFirst.Should().Be("Dr. van den Berg Anna Maria PhD");
        name.Sortable.Should().Be("van den Berg, Anna Maria");
        name.ToString().Should().Be(name.Full);
    }

    [Fact]
    public void Full_OfOnePart_IsThatPart()
    {
        new PersonName("Sukarno", null).Sortable.Should().Be("Sukarno");
        new PersonName(" ", "Rossi").Full.Should().Be("Rossi");
        new PersonName(null, "Rossi").Sortable.Should().Be("Rossi");
    }

    [Theory]
    [InlineData("Zoë")]
    [InlineData("佐藤")]
    [InlineData("محمد")]
    [InlineData("Αλέξανδρος")]
    [InlineData("O’Neill-Łukasiewicz")]
    [InlineData("می‌خواهم")]
    [InlineData("Null")]
    [InlineData("Robert'); DROP TABLE Students;--")]
    [InlineData("<b>Anna</b>")]
    public void Constructor_NameOfAnyScript_SurvivesUntouched(string given) => new PersonName(given, null).Given.Should().Be(given);

    [Fact]
    public void Constructor_DecomposedName_IsComposed() => new PersonName("Zoe\u0308 ", null).Should().Be(new PersonName("Zoë", null));

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", "\u00A0")]
    [InlineData("Anna\nBcc: all@example.org", "Rossi")]
    [InlineData("Anna", "Rossi\r")]
    [InlineData("An\0na", "Rossi")]
    [InlineData("Anna\u2028", "Rossi")]
    [InlineData("An\tna", "Rossi")]
    [InlineData("\u0085", "Rossi")]
    public void Constructor_NoNameOrMoreThanOneLine_IsRefused(string? given, string? family) =>
        FluentActions.Invoking(() => new PersonName(given, family)).Should().Throw<ArgumentException>();

    [Fact]
    public void Constructor_IllFormedOrOverlongPart_IsRefused()
    {
        FluentActions.Invoking(() => new PersonName("\uDC00", null)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new PersonName("Anna", "Rossi", suffix: new string('x', 101))).Should().Throw<ArgumentException>();
        new PersonName(new string('x', PersonName.MaxPartLength), null).Given.Should().HaveLength(100);
    }

    [Theory]
    [InlineData("Anna Rossi", null, "Anna", null, "Rossi", null)]
    [InlineData("Rossi, Anna Maria", null, "Anna", "Maria", "Rossi", null)]
    [InlineData("Ludwig van Beethoven", null, "Ludwig", null, "van Beethoven", null)]
    [InlineData("Vincent Willem van den Berg", null, "Vincent", "Willem", "van den Berg", null)]
    [InlineData("Giovanni della Casa", null, "Giovanni", null, "della Casa", null)]
    [InlineData("de la Vega, Juan", null, "Juan", null, "de la Vega", null)]
    [InlineData("Dr. Martin Luther King, Jr.", "Dr.", "Martin", "Luther", "King", "Jr.")]
    [InlineData("Prof. Dr. Max Planck", "Prof. Dr.", "Max", null, "Planck", null)]
    [InlineData("John Smith III", null, "John", null, "Smith", "III")]
    [InlineData("Smith, Dr. John", "Dr.", "John", null, "Smith", null)]
    [InlineData("Smith Jr., John", null, "John", null, "Smith", "Jr.")]
    [InlineData("Madonna", null, "Madonna", null, null, null)]
    [InlineData("Van Nguyen", null, "Van", null, "Nguyen", null)]
    [InlineData("Dr. Planck", "Dr.", null, null, "Planck", null)]
    [InlineData("  Anna   Rossi ", null, "Anna", null, "Rossi", null)]
    [InlineData("山田太郎", null, "山田太郎", null, null, null)]
    public void Parse_FullName_IsSplitCautiously(string full, string? prefix, string? given, string? middle, string? family, string? suffix) =>
        PersonName.Parse(full).Should().Be(new PersonName(given, family, prefix, middle, suffix));

    [Theory]
    [InlineData("Benjamin \"Ben\" Franklin")]
    [InlineData("Franklin, Benjamin (Ben)")]
    public void Parse_WithNickname_KeepsItApart(string full) =>
        PersonName.Parse(full).Should().Be(new PersonName("Benjamin", "Franklin", nickname: "Ben"));

    [Fact]
    public void Parse_ApostropheInName_IsNoNickname() => PersonName.Parse("Tadhg O'Neill D'Arcy").Family.Should().Be("D'Arcy");

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("Rossi, Anna, Maria, Bianca")]
    [InlineData("Anna\nRossi")]
    public void Parse_NoName_IsRefused(string full)
    {
        PersonName.TryParse(full, out _).Should().BeFalse();
        FluentActions.Invoking(() => PersonName.Parse(full)).Should().Throw<FormatException>();
    }
}

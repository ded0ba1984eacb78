using Crm.Persistence.EfCore.Encryption;

namespace Crm.Persistence.Sqlite.Tests.Encryption;

public sealed class PersonalDataKeysTests
{
    private static readonly byte[] s_data = Enumerable.Repeat((byte)1, PersonalDataKeys.KeyLength).ToArray();
    private static readonly byte[] s_index = Enumerable.Repeat((byte)2, PersonalDataKeys.KeyLength).ToArray();

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a_b")]
    [InlineData("a%")]
    [InlineData("a$b")]
    [InlineData("123456789012345678901234567890123")]
    public void Id_OfAnotherForm_IsRefused(string id)
    {
        var act = () => new PersonalDataKeys(id, s_data, s_index);
        act.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(33)]
    public void Key_OfAnotherLength_IsRefused(int length)
    {
        var asData = () => new PersonalDataKeys("a", new byte[length], s_index);
        asData.Should().Throw<ArgumentException>();
        var asIndex = () => new PersonalDataKeys("a", s_data, new byte[length]);
        asIndex.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void IndexKey_ThatIsTheDataKey_IsRefused()
    {
        var act = () => new PersonalDataKeys("a", s_data, s_data);
        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Add_OfAKnownIdWithAnotherKey_IsRefused()
    {
        var keys = new PersonalDataKeys("a", s_data, s_index);
        keys.Add("a", s_data);
        var act = () => keys.Add("a", Enumerable.Repeat((byte)3, PersonalDataKeys.KeyLength).ToArray());
        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Use_OfAKeyThatWasNotAdded_IsRefused()
    {
        var keys = new PersonalDataKeys("a", s_data, s_index);
        var act = () => keys.Use("b");
        act.Should().Throw<ArgumentException>();
        keys.CurrentId.Should().Be("a");
    }
}

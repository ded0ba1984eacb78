using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

public class VocabularyTests
{
    [Fact]
    public void Audience_IsOrderedFromTheNarrowestToTheWidest()
    {
        Enum.GetValues<Audience>().Should().Equal(Audience.Internal, Audience.Partner, Audience.Customer, Audience.Public);
        default(Audience).Should().Be(Audience.Internal);
    }

    [Fact]
    public void Direction_HasThreeValues() => Enum.GetValues<Direction>().Should().Equal(Direction.Inbound, Direction.Outbound, Direction.Internal);
}

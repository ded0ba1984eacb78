using Crm.Domain.Access;
using Crm.Domain.Auditing;
using NodaTime;

namespace Crm.Domain.Tests.Auditing;

[Trait("Check", "XC-02")]
public class RecordStateTests
{
    private static readonly Instant s_start = Instant.FromUtc(2026, 6, 1, 8, 0);

    [Theory]
    [InlineData("DisplayName", null, null, "DisplayName")]
    [InlineData("Name.Family", null, null, "Name.Family")]
    [InlineData("ContactPoint:7f.Value", "ContactPoint", "7f", "Value")]
    [InlineData("CustomerAddress:7f.Address.City", "CustomerAddress", "7f", "Address.City")]
    [InlineData("CustomerReference:shop%2Eexample/10%2E5%25:7.System", "CustomerReference", "shop.example/10.5%:7", "System")]
    public void Parse_OfAName_GivesPartKeyAndField(string name, string? part, string? key, string field) =>
        FieldChange.Parse(name, "a", "b").Should().Be(new FieldChange(part, key, field, "a", "b"));

    [Fact]
    public void Replay_OfNothing_IsNothing() => RecordState.Replay([]).Should().BeNull();

    [Fact]
    public void Replay_OfChanges_HasTheLastValuesAndLivingParts()
    {
        var state = RecordState.Replay(
        [
            Save(1, ("DisplayName", null, "Anna"), ("Language", null, "it"), ("ContactPoint:2.Value", null, "b"), ("ContactPoint:1.Value", null, "a")),
            Save(2, ("DisplayName", "Anna", "Ann"), ("Language", "it", null)),
            Save(3, ("ContactPoint:2.Value", "b", null)),
        ])!;
        (state.RecordType, state.Version, state.SavedAt).Should().Be(("Person", 3, s_start + Duration.FromMinutes(3)));
        state.Fields.Should().Equal(new Dictionary<string, string> { ["DisplayName"] = "Ann" });
        var part = state.Parts.Should().ContainSingle().Subject;
        (part.Kind, part.Key, part["Value"], part["Other"]).Should().Be(("ContactPoint", "1", "a", null));
    }

    [Fact]
    public void Replay_OfADeletedRecord_IsNothing() =>
        RecordState.Replay([Save(1, ("DisplayName", null, "Anna")), Save(2, ("DisplayName", "Anna", null))]).Should().BeNull();

    private static AuditedSave Save(int version, params (string Name, string? Before, string? After)[] changes) => new(
        Guid.NewGuid(), s_start + Duration.FromMinutes(version), ActorKind.Agent, "ada", "Ada", null, null, "Person", version, [],
        [.. changes.Select(c => FieldChange.Parse(c.Name, c.Before, c.After))]);
}

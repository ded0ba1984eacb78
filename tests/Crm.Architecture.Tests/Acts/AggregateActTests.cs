namespace Crm.Architecture.Tests.Acts;

/// <summary>Every act raises Version by one and raises one event; a refused act changes nothing (D7).</summary>
public sealed class AggregateActTests
{
    [Fact]
    public void Aggregate_HasASetup() => House.TypesOf(House.Domain)
        .Where(type => type.IsAggregate() && !type.IsAbstract && AggregateSetups.All.All(setup => setup.Type != type))
        .Select(Shapes.Display)
        .ShouldKeep($"every aggregate is built in {nameof(AggregateSetups)}, so that its acts are run");

    [Fact]
    public void Setup_NamesOnlyActsThatExist() => AggregateSetups.All
        .SelectMany(setup => setup.Prepared.Where(name => setup.Type.GetMethods().All(method => method.Name != name)).Select(name => $"{setup.Type.Name}.{name}"))
        .ShouldKeep("set-ups are for methods that exist");

    [Fact]
    [Trait("Check", "XC-08")]
    public void Aggregate_New_HasVersionOneAndOneEvent() => AggregateSetups.All
        .Select(setup => (setup.Type, New: setup.Build()))
        .Where(made => made.New.Version != 1 || made.New.PendingEvents.Count != 1)
        .Select(made => $"{made.Type}: version {made.New.Version}, {made.New.PendingEvents.Count} events")
        .ShouldKeep("making an aggregate is its first act: version 1, one event");

    [Fact]
    [Trait("Check", "XC-08")]
    public void Act_Permitted_RaisesVersionByOneAndOneEvent() => AggregateActs.All.Select(act => act.Judge()).OfType<string>()
        .ShouldKeep("an act changes state, raises Version by one and raises one event; a question does none of these (D7)");

    [Fact]
    public void Act_Refused_ChangesNothing() => AggregateActs.All.SelectMany(act => act.JudgeRefusals())
        .ShouldKeep("an act checks everything before it changes anything: after an exception the aggregate is as it was");

    [Theory]
    [InlineData(nameof(Specimen.Keep), null)]
    [InlineData(nameof(Specimen.Ask), null)]
    [InlineData(nameof(Specimen.Forget), "raised Version by 0 and 0 events")]
    [InlineData(nameof(Specimen.Repeat), "raised Version by 2 and 2 events")]
    [InlineData(nameof(Specimen.AskAndRaise), "answers a question and raised Version by 1")]
    [InlineData(nameof(Specimen.DoNothing), "changed nothing with")]
    [InlineData(nameof(Specimen.Refuse), "give it a set-up")]
    public void Judge_Specimen_IsFoundOut(string method, string? reason) =>
        (Specimen.Act(method).Judge() ?? "nothing").Should().Contain(reason ?? "nothing");

    [Fact]
    public void JudgeRefusals_ActThatChecksTooLate_IsFoundOut()
    {
        Specimen.Act(nameof(Specimen.CheckTooLate)).JudgeRefusals().Should().NotBeEmpty();
        Specimen.Act(nameof(Specimen.Keep)).JudgeRefusals().Should().BeEmpty();
    }
}

using Crm.Domain.Access;
using Crm.Domain.Feedback;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Feedback;

/// <summary>Surveys: questions by type, languages, versions, and the life from draft to closed.</summary>
[Trait("Check", "FB-01")]
public sealed class SurveyTests
{
    private static readonly Instant s_now = SurveySamples.Now;

    [Fact]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<Survey, SurveyStatus>(
        now => new Survey(SurveyId.New(now), "service", "Service", SurveySamples.Definition, new SurveySettings(), now),
        s => s.Status,
        SurveyStatus.Draft,
        new("write and publish", s => s.CanWrite(), (s, now) => s.Write(SurveySamples.Definition, now), s => s == SurveyStatus.Closed ? null : s),
        new("configure", s => s.CanConfigure(), (s, now) => s.Configure(new SurveySettings { ExpiresAfterDays = 9 }, now), s => s == SurveyStatus.Closed ? null : s),
        new("close", s => s.CanClose(), (s, now) => s.Close(now), s => s == SurveyStatus.Closed ? null : SurveyStatus.Closed));

    [Fact]
    public void Publish_Again_LeavesTheVersionBeforeAsItWas()
    {
        var survey = SurveySamples.Published();
        var first = survey.Versions[0].Definition;
        survey.CanPublish().Code.Should().Be("SurveyNothingToPublish");
        survey.Write(SurveySamples.Definition with { Questions = [.. SurveySamples.Definition.Questions.Take(1)] }, s_now);
        survey.DefinitionOf(survey.Number)!.Questions.Should().HaveCount(6, "what is written is not asked yet");
        survey.Publish(Actor.Agent("bob"), s_now);
        (survey.Number, survey.Versions.Count, survey.Versions[0].Definition).Should().Be((2, 2, first));
        (survey.DefinitionOf(1)!.Questions.Count, survey.DefinitionOf(2)!.Questions.Count, survey.DefinitionOf(3)).Should().Be((6, 1, null));
        survey.Close(s_now);
        survey.CanInvite().Code.Should().Be("SurveyIsClosed");
        new Survey(SurveyId.New(s_now), "other", "Other", SurveySamples.Definition, new SurveySettings(), s_now).CanInvite().Code.Should().Be("SurveyNotPublished");
    }

    [Fact]
    public void Definition_AsJson_IsReadBackTheSame()
    {
        var json = SurveySamples.Definition.ToJson();
        SurveyDefinition.Parse(json).Value.ToJson().Should().Be(json);
        var read = SurveyDefinition.Parse(json).Value;
        read.Questions.Select(q => q.Kind).Should().Equal(
            SurveyQuestionKind.Score, SurveyQuestionKind.Score, SurveyQuestionKind.Choice, SurveyQuestionKind.MultipleChoice, SurveyQuestionKind.Text, SurveyQuestionKind.YesNo);
        (read.Questions[0].Measure, read.Questions[0].LowAt, read.Questions[1].Measure).Should().Be((ScoreMeasure.Nps, 6, ScoreMeasure.Ces()));
        (read.TextIn(read.Titles, LanguageTag.Parse("it-CH")), read.TextIn(read.Titles, LanguageTag.Parse("sv")), read.TextIn(read.Titles, null)).Should().Be(("Com'è andata?", "How was it?", "How was it?"));
    }

    [Theory]
    [InlineData("nothing", "$")]
    [InlineData("[]", "$")]
    [InlineData("{}", "$.titles")]
    [InlineData("""{"titles":{"en":"T"},"questions":[]}""", "$.questions")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":"smell","texts":{"en":"?"}}]}""", "$.questions[0].kind")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":3,"texts":{"en":"?"}}]}""", "$.questions[0].kind")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"A!","kind":"text","texts":{"en":"?"}}]}""", "$.questions[0].key")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":"text","texts":{"it":"?"}}]}""", "$.questions[0].texts")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":"text","texts":{"en":"one\ntwo"}}]}""", "$.questions[0].texts.en")]
    [InlineData("""{"titles":{"en":"T","EN":"U"},"questions":[{"key":"a","kind":"text","texts":{"en":"?"}}]}""", "$.titles.EN")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":"score","texts":{"en":"?"}}]}""", "$.questions[0].measure")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":"text","texts":{"en":"?"},"measure":{"kind":"nps"}}]}""", "$.questions[0].measure")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":"score","texts":{"en":"?"},"measure":{"kind":"nps","scale":[1,10]}}]}""", "$.questions[0].measure")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":"score","texts":{"en":"?"},"measure":{"kind":"nps"},"lowAt":11}]}""", "$.questions[0].lowAt")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":"choice","texts":{"en":"?"},"choices":[{"key":"x","texts":{"en":"X"}}]}]}""", "$.questions[0].choices")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":"choice","texts":{"en":"?"},"choices":[{"key":"x","texts":{"en":"X"}},{"key":"x","texts":{"en":"X"}}]}]}""", "$.questions[0].choices[0].key")]
    [InlineData("""{"titles":{"en":"T"},"questions":[{"key":"a","kind":"text","texts":{"en":"?"},"password":"x"}]}""", "$.questions[0].password")]
    public void Definition_ThatIsNone_NamesThePlace(string json, string place) => SurveyDefinition.Parse(json).Errors.Should().Contain(e => e.Code == "SurveyMalformed" && e.Target == place);

    [Fact]
    public void Replies_AreCheckedByType()
    {
        var definition = SurveySamples.Definition;
        SurveyReply[] good =
        [
            SurveyReply.Score("recommend", 9), SurveyReply.Score("easy", 7), SurveyReply.Choice("what", "order"), SurveyReply.Choices("liked", ["speed", "tone"]), SurveyReply.Words("why", "You were quick."),
            SurveyReply.YesNo("again", true),
        ];
        definition.Check(good).Should().BeEmpty();
        definition.Check([good[0]]).Should().BeEmpty("the others need not be answered");
        definition.Check([]).Single().Should().BeEquivalentTo(new { Code = "SurveyAnswerMissing", Target = "recommend" });
        foreach (var (wrong, code) in new (SurveyReply, string)[]
        {
            (SurveyReply.Score("easy", 8), "SurveyAnswerUnfit"), (SurveyReply.Score("easy", 0), "SurveyAnswerUnfit"), (SurveyReply.Words("easy", "7"), "SurveyAnswerUnfit"), (SurveyReply.Choice("what", "smell"), "SurveyAnswerUnfit"),
            (SurveyReply.Choices("what", ["order"]), "SurveyAnswerUnfit"), (SurveyReply.Choices("liked", ["speed", "speed"]), "SurveyAnswerUnfit"), (SurveyReply.Choices("liked", ["speed", "smell"]), "SurveyAnswerUnfit"),
            (SurveyReply.Words("why", new string('x', 4_001)), "SurveyAnswerUnfit"), (SurveyReply.Words("why", "\ud800"), "SurveyAnswerUnfit"), (SurveyReply.Words("why", "a\0b"), "SurveyAnswerUnfit"),
            (SurveyReply.YesNo("why", true), "SurveyAnswerUnfit"), (SurveyReply.Words("secret", "x"), "SurveyQuestionUnknown"), (SurveyReply.Score("recommend", 9), "SurveyAnswerUnfit"),
        })
        {
            definition.Check([good[0], wrong]).Select(e => e.Code).Should().Equal([code], "{0}", wrong);
        }
    }

    [Fact]
    public void Settings_OutOfBounds_AreRefusedAndChangeNothing()
    {
        var survey = SurveySamples.Published();
        foreach (var wrong in new SurveySettings[]
        {
            new() { ExpiresAfterDays = 0 }, new() { ExpiresAfterDays = 366 }, new() { RemindsAfterDays = 0 }, new() { FollowUpHours = 0 }, new() { AsksWhenCaseIs = CaseStatus.Resolved }, new() { FollowUpCaseType = "" },
            new() { TemplateKey = "a\nb" }, new() { LowScore = (LowScoreFollowUp)9 },
        })
        {
            FluentActions.Invoking(() => survey.Configure(wrong, s_now)).Should().Throw<ArgumentException>();
        }

        survey.Version.Should().Be(2);
        survey.ToSettings().Should().Be(new SurveySettings());
    }
}

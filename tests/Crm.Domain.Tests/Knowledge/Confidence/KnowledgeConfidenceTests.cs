using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Knowledge.KnowledgeConfidence;

namespace Crm.Domain.Tests.Knowledge.Confidence;

[Trait("Check", "KB-03")]
public class KnowledgeConfidenceTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly KnowledgeAuthor s_candidate = new("cleo", KnowledgeLicence.Candidate);
    private static readonly KnowledgeAuthor s_contributor = new("cora", KnowledgeLicence.Contributor);
    private static readonly KnowledgeAuthor s_publisher = new("paul", KnowledgeLicence.Publisher);
    private static readonly KnowledgeContent s_content = new("How to descale", "Use vinegar.", LanguageTag.Parse("en"));

    [Fact]
    public void QuestionWithoutAnswer_IsWorkInProgressUntilItHasOne()
    {
        var item = Drafted(Audience.Internal, "");

        item.Confidence.Should().Be(WorkInProgress);
        item.CanTrust(Validated, s_publisher, s_now).Code.Should().Be("KnowledgeItemEmpty");
        item.Revise(s_content, s_candidate, s_now);
        item.Confidence.Should().Be(NotValidated);
    }

    [Fact]
    public void Confidence_MovesToAndFro()
    {
        var item = Drafted(Audience.Internal);

        foreach (var confidence in new[] { Validated, NotValidated, WorkInProgress, Validated, WorkInProgress, NotValidated })
        {
            item.Trust(confidence, s_contributor, s_now);
            item.Confidence.Should().Be(confidence);
        }

        item.CanTrust(NotValidated, s_contributor, s_now).Code.Should().Be("KnowledgeConfidenceNotAllowed");
        item.CanTrust(KnowledgeConfidence.Archived, s_contributor, s_now).Code.Should().Be("KnowledgeConfidenceNotAllowed");
    }

    [Fact]
    public void PublishedItem_IsNotWorkInProgressAgain()
    {
        var item = Drafted(Audience.Internal);
        item.Publish(s_candidate, s_now);

        item.CanTrust(WorkInProgress, s_publisher, s_now).Code.Should().Be("KnowledgeConfidenceNotAllowed");
    }

    [Fact]
    public void Validated_RevisedByWhoMayNotValidate_IsDoubtedOncePublished()
    {
        var item = Drafted(Audience.Internal);
        item.Trust(Validated, s_contributor, s_now);
        item.Publish(s_candidate, s_now);
        item.Reused(0, s_now);
        item.Revise(s_content with { Body = "Use acid." }, s_candidate, s_now);
        item.Confidence.Should().Be(Validated, "readers still read what was validated");

        item.Publish(s_candidate, s_now);

        (item.Confidence, item.ReuseCount, item.ReusesOfVersion).Should().Be((NotValidated, 1, 0));
    }

    [Fact]
    public void Validated_RevisedByWhoMayValidate_StaysSo()
    {
        var item = Drafted(Audience.Internal);
        item.Trust(Validated, s_contributor, s_now);

        item.Revise(s_content with { Body = "Use acid." }, s_contributor, s_now);

        item.Confidence.Should().Be(Validated);
    }

    [Fact]
    public void Reused_OftenEnough_IsValidated()
    {
        var item = Drafted(Audience.Public);
        item.Publish(s_publisher, s_now);

        item.Reused(3, s_now);
        item.Reused(3, s_now);
        item.Confidence.Should().Be(NotValidated);
        item.Reused(3, s_now);
        item.Confidence.Should().Be(Validated);

        item.Trust(NotValidated, s_candidate, s_now, "The new model has no filter");
        item.Reused(3, s_now);
        (item.Confidence, item.ReuseCount, item.ReusesOfVersion).Should().Be((NotValidated, 4, 1), "doubt begins the count anew");
    }

    [Fact]
    public void Reused_ItemOfComplianceOrWorkInProgress_IsCountedButNotValidated()
    {
        var (strict, begun) = (Drafted(Audience.Internal), Drafted(Audience.Internal, ""));
        strict.Govern(KnowledgeGovernance.Compliance, s_publisher, s_now);

        strict.Reused(1, s_now);
        begun.Reused(1, s_now);

        (strict.Confidence, strict.ReuseCount).Should().Be((NotValidated, 1));
        (begun.Confidence, begun.ReuseCount).Should().Be((WorkInProgress, 1));
    }

    [Fact]
    public void Licence_ForOutsiders_IsAPublishers()
    {
        var item = Drafted(Audience.Internal);

        item.CanChangeAudience(Audience.Partner, s_contributor, s_now).Code.Should().Be("KnowledgeLicenceTooLow");
        item.ChangeAudience(Audience.Partner, s_publisher, s_now);
        item.CanPublish(s_contributor, s_now).Code.Should().Be("KnowledgeLicenceTooLow");
        item.CanTrust(Validated, s_contributor, s_now).Code.Should().Be("KnowledgeLicenceTooLow");
        item.CanChangeAudience(Audience.Internal, s_contributor, s_now).Code.Should().Be("KnowledgeLicenceTooLow", "it is taken from its readers");
        item.CanRevise(s_candidate, s_now).IsPermitted.Should().BeTrue("what is written waits for whoever may publish it");
    }

    [Fact]
    public void Licence_ForWhatReadersSeeAtOnce_IsThatToPublish()
    {
        var item = Drafted(Audience.Public);
        item.CanFile(s_candidate, s_now).IsPermitted.Should().BeTrue();
        item.Publish(s_publisher, s_now);

        item.CanFile(s_contributor, s_now).Code.Should().Be("KnowledgeLicenceTooLow");
        item.CanBePart(s_contributor, s_now).Code.Should().Be("KnowledgeLicenceTooLow");
        item.CanDetach(1, s_contributor, s_now).Code.Should().Be("KnowledgeLicenceTooLow");
        item.CanFile(s_publisher, s_now).IsPermitted.Should().BeTrue();
    }

    [Fact]
    public void Licence_ForCompliance_IsAPublishers()
    {
        var item = Drafted(Audience.Internal);
        item.CanGovern(s_contributor, s_now).Code.Should().Be("KnowledgeLicenceTooLow");
        item.Govern(KnowledgeGovernance.Compliance, s_publisher, s_now);

        item.CanRevise(s_contributor, s_now).Code.Should().Be("KnowledgeLicenceTooLow");
        item.CanRevise(s_publisher, s_now).IsPermitted.Should().BeTrue();
    }

    [Fact]
    public async Task Licence_IsTheHighestOfTheRoles()
    {
        var shop = new Shop(Actor.Agent("eva") with { Roles = ["writer", "clerk"] });
        shop.KnowledgeOptions.DefaultLicence = KnowledgeLicence.Candidate;
        shop.KnowledgeOptions.RoleLicences["clerk"] = KnowledgeLicence.Candidate;
        shop.KnowledgeOptions.RoleLicences["writer"] = KnowledgeLicence.Contributor;
        var item = (await shop.Knowledge.WriteAsync(s_content, Audience.Internal)).Value;

        (await shop.Publishing.TrustAsync(item.Id, Validated)).Succeeded.Should().BeTrue();
        (await shop.Knowledge.ChangeAudienceAsync(item.Id, Audience.Public)).Errors.Select(e => e.Code).Should().Equal("KnowledgeLicenceTooLow");
        (await shop.As(Actor.Agent("new")).Publishing.GovernAsync(item.Id, KnowledgeGovernance.Compliance)).Errors.Select(e => e.Code).Should().Equal("KnowledgeLicenceTooLow");
        (await shop.As(Actor.System("import")).Knowledge.ChangeAudienceAsync(item.Id, Audience.Public)).Succeeded.Should().BeTrue();
    }

    private static KnowledgeItem Drafted(Audience audience, string body = "Use vinegar.") =>
        new(KnowledgeItemId.New(s_now), s_content with { Body = body }, audience, s_candidate, s_now);
}

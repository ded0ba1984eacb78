using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Partners;

[Trait("Check", "PR-05")]
public sealed class RecordShareTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly SubjectReference s_case = new(SubjectKinds.Case, Guid.Parse("01900000-0000-7000-8000-000000000002"));

    [Fact]
    public void RightsOfAPartner_AreALattice_AndEndWithTheSharing() => FsCheck.Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(
            Gen.Elements(Enum.GetValues<ShareAccess>()).ToArbitrary(),
            Gen.Choose(-100, 100).ToArbitrary(),
            Gen.Elements(true, false).ToArbitrary(),
            (access, hours, isRevoked) =>
            {
                var share = Share(access, s_now + Duration.FromHours(10));
                if (isRevoked)
                {
                    share.Revoke(s_now);
                }

                var at = s_now + Duration.FromHours(hours);
                var (reads, comments, edits) = (share.IsOpenAt(at), share.CanComment(isOfPartner: true, at).IsPermitted, share.CanEdit(at).IsPermitted);
                return reads == (!isRevoked && hours is >= 0 and < 10) && (!comments || reads) && (!edits || comments) && (comments == (reads && access != ShareAccess.Read)) && (edits == (reads && access == ShareAccess.Edit));
            }));

    [Fact]
    public void Comment_OfTheStaff_NeedsNoWiderSharing_AndEachRaisesAnEvent()
    {
        var share = Share(ShareAccess.Read, null);
        share.CanComment(isOfPartner: true, s_now).Code.Should().Be("RecordShareTooNarrow");
        share.Comment("Ada", isOfPartner: false, "Please look.", s_now);
        (share.Version, share.Comments.Single().Number).Should().Be((2, 1));
        share.Revoke(s_now);
        share.CanComment(isOfPartner: false, s_now).Code.Should().Be("RecordShareOver");
        share.CanRevoke().Code.Should().Be("RecordShareOver");
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        var other = new SubjectReference(SubjectKinds.Customer, s_case.Id);
        foreach (var make in new Func<RecordShare>[]
        {
            () => new(RecordShareId.New(s_now), PartnerId.New(s_now), other, null, ShareAccess.Read, null, "ada", s_now),
            () => new(RecordShareId.New(s_now), PartnerId.New(s_now), s_case with { Id = Guid.Empty }, null, ShareAccess.Read, null, "ada", s_now),
            () => new(RecordShareId.New(s_now), PartnerId.New(s_now), s_case, null, (ShareAccess)7, null, "ada", s_now),
            () => Share(ShareAccess.Read, s_now),
        })
        {
            make.Should().Throw<ArgumentException>();
        }
    }

    private static RecordShare Share(ShareAccess access, Instant? until) => new(RecordShareId.New(s_now), PartnerId.New(s_now), s_case, CustomerId.New(s_now), access, until, "ada", s_now);
}

using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Interactions;

/// <summary>The content of attachments: kept in the host's store, read by those who may read the contact, removed with it.</summary>
public abstract class AttachmentSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture), IDisposable
    where TFixture : DatabaseFixture
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"crm-attachments-{Guid.NewGuid():N}");

    [SkippableFact]
    public async Task Keep_ThenOpen_GivesTheContentToThoseWhoMayReadTheContact()
    {
        var host = await HostAsync(Configure);
        await using var work = host.Work();
        var customer = await work.RegisterAsync(Known.Anna);
        var file = (await work.Get<AttachmentShelf>().KeepAsync("../offer\u202E.txt", "text/plain", Content("hello"))).Value;
        file.Should().BeEquivalentTo(new { Name = "offer.txt", ContentType = "text/plain", Size = 5L, Sha256 = Convert.ToHexStringLower(SHA256.HashData("hello"u8)) });
        var mail = (await work.History.RecordAsync(new ContactDetails(customer, Channels.Email, Direction.Inbound, "Offer") { Attachments = [file], Audience = Audience.Internal })).Value;
        await work.SaveAsync();

        await using (var opened = (await work.Get<AttachmentShelf>().OpenAsync(mail.Id, 1))!)
        {
            opened.Name.Should().Be("offer.txt");
            (await new StreamReader(opened.Content).ReadToEndAsync()).Should().Be("hello");
        }

        (await work.Get<AttachmentShelf>().OpenAsync(mail.Id, 2)).Should().BeNull();
        (await work.Get<AttachmentShelf>().OpenAsync(InteractionId.New(host.Clock.Now), 1)).Should().BeNull();
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [customer.ToSubject()])));
        (await portal.Get<AttachmentShelf>().OpenAsync(mail.Id, 1)).Should().BeNull("the contact is internal");
        (await portal.Get<AttachmentShelf>().KeepAsync("a", "text/plain", Content("x"))).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task Keep_WhatCannotBeKept_IsACodedErrorAndLeavesNoFile()
    {
        var host = await HostAsync(s =>
        {
            Configure(s);
            s.Crm = o => o.Attachments.MaxSize = 10;
        });
        await using var work = host.Work();
        (await work.Get<AttachmentShelf>().KeepAsync("a.txt", "text/plain", Content("eleven char"))).Errors.Single().Code.Should().Be("AttachmentTooLarge");
        (await work.Get<AttachmentShelf>().KeepAsync("a.txt", "text/plain\r\nX: y", Content("x"))).Errors.Single().Code.Should().Be("InvalidValue");
        (Directory.Exists(_folder) ? Directory.GetFiles(_folder, "*", SearchOption.AllDirectories) : []).Should().BeEmpty();
        (await work.Get<AttachmentShelf>().KeepAsync("a.txt", "text/plain", Content("ten chars!"))).Succeeded.Should().BeTrue();

        var bare = await HostAsync();
        await using var without = bare.Work();
        (await without.Get<AttachmentShelf>().KeepAsync("a.txt", "text/plain", Content("x"))).Errors.Single().Code.Should().Be("AttachmentStoreMissing");
    }

    [SkippableFact]
    public async Task Open_KeysThatLeadElsewhere_FindNothing()
    {
        var store = new FileAttachmentStore(_folder);
        var key = await store.PutAsync(Content("x"), default);
        File.WriteAllText(Path.Combine(_folder, "secret"), "s");
        foreach (var other in new[] { "", "secret", "../secret", "..", key + "/..", key.ToUpperInvariant(), $"{key[..2]}/{key}", new string('a', 32), key + "\0" })
        {
            (await store.OpenAsync(other, default)).Should().BeNull(other);
            await store.DeleteAsync(other, default);
        }

        (await store.OpenAsync(key, default))!.Dispose();
        File.Exists(Path.Combine(_folder, "secret")).Should().BeTrue();
        await store.DeleteAsync(key, default);
        await store.DeleteAsync(key, default);
        (await store.OpenAsync(key, default)).Should().BeNull();
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Contact_ErasedOrOutOfTime_TakesItsContentsWithIt(bool erased)
    {
        var host = await HostAsync(s =>
        {
            Configure(s);
            s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]);
        });
        await using var work = host.Work();
        var (anna, bob) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Other") }));
        var gone = await MailAsync(anna, []);
        var kept = await MailAsync(bob, [new ContactParty(ParticipantRole.Cc) { CustomerId = anna }]);
        if (erased)
        {
            (await work.Get<PrivacyOffice>().EraseAsync(anna)).Succeeded.Should().BeTrue();
        }
        else
        {
            await work.Get<IRetentionStore>().ApplyAsync(new RetentionPolicy("old", RetentionArea.Interactions, 1, RetentionAction.Delete), [gone.Contact.Value], default);
        }

        (await work.Get<IAttachmentStore>().OpenAsync(gone.Key, default))!.Dispose();
        while (await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync(default) > 0)
        {
        }

        (await work.Get<IAttachmentStore>().OpenAsync(gone.Key, default)).Should().BeNull("it goes once the erasure is settled");
        (await work.Get<IAttachmentStore>().OpenAsync(kept.Key, default))!.Dispose();

        async Task<(InteractionId Contact, string Key)> MailAsync(CustomerId customer, IReadOnlyList<ContactParty> parties)
        {
            var file = (await work.Get<AttachmentShelf>().KeepAsync("a.txt", "text/plain", Content("x"))).Value;
            var mail = (await work.History.RecordAsync(new ContactDetails(customer, Channels.Email, Direction.Inbound, "Mail") { Attachments = [file], Participants = parties })).Value;
            await work.SaveAsync();
            return (mail.Id, file.StorageKey);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private void Configure(HostSetup setup) => setup.Services = s => s.AddSingleton<IAttachmentStore>(new FileAttachmentStore(_folder));
}

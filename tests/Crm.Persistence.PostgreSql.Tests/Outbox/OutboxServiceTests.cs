using Crm.Persistence.Specification.Outbox;

namespace Crm.Persistence.PostgreSql.Tests.Outbox;

public sealed class OutboxServiceTests(PostgreSqlFixture fixture) : OutboxServiceSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;

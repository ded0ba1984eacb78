using Crm.Persistence.Specification.Outbox;

namespace Crm.Persistence.Sqlite.Tests.Outbox;

public sealed class OutboxServiceTests(SqliteFixture fixture) : OutboxServiceSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

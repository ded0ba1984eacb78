using Crm.Persistence.Specification.Outbox;

namespace Crm.Persistence.Sqlite.Tests.Outbox;

public sealed class FailureTests(SqliteFixture fixture) : FailureSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

using Crm.Persistence.Specification.Outbox;

namespace Crm.Persistence.Sqlite.Tests.Outbox;

public sealed class DispatchersTests(SqliteFixture fixture) : DispatchersSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

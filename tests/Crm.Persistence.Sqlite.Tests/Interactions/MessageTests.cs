using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.Sqlite.Tests.Interactions;

public sealed class MessageTests(SqliteFixture fixture) : MessageSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

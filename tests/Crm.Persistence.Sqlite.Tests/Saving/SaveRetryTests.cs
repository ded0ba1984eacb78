using Crm.Persistence.Specification.Saving;

namespace Crm.Persistence.Sqlite.Tests.Saving;

public sealed class SaveRetryTests(SqliteFixture fixture) : SaveRetrySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

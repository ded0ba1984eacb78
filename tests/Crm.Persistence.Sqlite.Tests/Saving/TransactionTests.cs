using Crm.Persistence.Specification.Saving;

namespace Crm.Persistence.Sqlite.Tests.Saving;

public sealed class TransactionTests(SqliteFixture fixture) : TransactionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
